class ThumbnailsController < ApplicationController
  WIDTHS = %w[64 128 256].freeze

  def create
    width = params[:width]
    return head :bad_request unless WIDTHS.include?(width)

    source = Rails.root.join("uploads", File.basename(params[:name])).to_s
    target = "#{source}.png"
    system("convert", source, "-resize", width, target)
    send_file target
  end
end
